#!/bin/sh
printf '\033[31mError\033[0m: session expired for planted-user\n  run: corp-login\n' >&2
exit 1
