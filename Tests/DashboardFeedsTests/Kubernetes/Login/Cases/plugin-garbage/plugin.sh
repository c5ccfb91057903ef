#!/bin/sh
echo "Please log in first."
