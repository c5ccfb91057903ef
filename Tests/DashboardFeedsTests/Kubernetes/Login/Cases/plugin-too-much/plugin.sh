#!/bin/sh
yes "{"
