#!/bin/sh
exec </dev/tty
