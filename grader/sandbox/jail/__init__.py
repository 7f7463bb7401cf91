"""The prison of untrusted code: warm workers that fork a confined child for every notebook.

Threat model: the learner's code is hostile, is as clever as its author, and has read this text. It
is given the inputs of cases and may return whatever it likes. It must not read a solution, an
expected result, another submission or the gradebook; reach a network; leave anything behind, on the
disk or running; end, stop or slow others; or make the judge believe anything but "this is what I
return". Each layer alone would hold against most of that:

bubblewrap   the worker sees a file system made of what Python needs, no network, no other process
namespaces   every child has a world of its own in there, which is gone when it ends
landlock     files can only be read where Python's own lie, and written in an empty folder
seccomp      no new process, no socket, no signal to others, no memory outside the limits
rlimits      address space, CPU time, files, threads
wire         what comes back is JSON, by exact type, with caps; never a pickle

What a machine offers is found out by trying: see tier.py.
"""
