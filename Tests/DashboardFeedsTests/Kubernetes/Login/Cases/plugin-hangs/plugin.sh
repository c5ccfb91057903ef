#!/bin/sh
echo "waiting for a browser" >&2
exec sleep 1000
