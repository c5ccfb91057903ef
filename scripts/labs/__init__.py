# The labs: real servers on loopback, with the parts named fake that need Windows.
