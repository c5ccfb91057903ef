#!/bin/sh
echo "debug: called with $2, got eyJhbGciOiJub25lIn0.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJl" >&2
exit 1
