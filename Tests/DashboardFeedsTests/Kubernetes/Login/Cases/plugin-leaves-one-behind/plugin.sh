#!/bin/sh
sleep 1000 &
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t-plugin"}}'
