# The Swarm lab: real dockerd managers and workers in namespaces of their own; the Windows nodes are fakes.
