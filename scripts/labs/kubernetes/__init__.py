# The Kubernetes lab: a real API server, controllers and scheduler on loopback; nodes and the admission webhook are fakes.
