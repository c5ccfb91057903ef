#!/bin/sh
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"from-plugin","expirationTimestamp":"2099-01-01T00:00:00Z"}}'
