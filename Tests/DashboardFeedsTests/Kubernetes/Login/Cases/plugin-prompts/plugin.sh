#!/bin/sh
printf 'Password: ' >&2
read -r password || { echo "no password given" >&2; exit 3; }
