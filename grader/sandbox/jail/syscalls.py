"""The system calls that confined code is refused, with their numbers on the machines we know.

A call that is not named here is allowed, for NumPy, DuckDB and the like need very many of them;
one that is younger than this table does not exist for confined code. Each group says what an
attacker would use it for. Numbers: (x86-64, aarch64), None where a machine has no such call.
"""

from __future__ import annotations

from dataclasses import dataclass

Table = dict[str, tuple[int | None, int | None]]


@dataclass(frozen=True)
class Machine:
    """A kind of processor: `audit` is the kernel's name for it, `column` its place in the tables."""

    audit: int
    column: int

    def numbers(self, table: Table) -> dict[str, int]:
        """The calls of a table that this machine has."""
        columns = {name: numbers[self.column] for name, numbers in table.items()}
        return {name: number for name, number in columns.items() if number is not None}


X86_64 = Machine(audit=0xC000003E, column=0)
AARCH64 = Machine(audit=0xC00000B7, column=1)
MACHINES = {"x86_64": X86_64, "aarch64": AARCH64}
"""By the name that `platform.machine` gives."""

LAST = 450
"""The youngest call that this table has looked at: set_mempolicy_home_node, of Linux 5.17."""

REFUSED: Table = {
    # Start a program or another process: it would have limits of its own, and might outlive the answer.
    # `clone` is watched: a thread may be started.
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    # Read or write another process's memory, take its descriptors, look into it. There may be a
    # neighbour of the same user, and the worker itself.
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kcmp": (312, 272),
    "get_robust_list": (274, 100),
    "perf_event_open": (298, 241),
    # Leave the group and session by which a child is scheduled and ended.
    "setpgid": (109, 154),
    "setsid": (112, 157),
    # Raise a limit that stands below its hard one. `prlimit64` is watched: it also asks.
    "setrlimit": (160, 164),
    # Slow the neighbours: change the priority or the cores of their processes, move their memory, or
    # have the machine write out all its files over and over.
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "sync": (162, 81),
    "syncfs": (306, 267),
    # Reach the network or another process's socket. Reading and writing the socket one has is free,
    # but no descriptors may travel on it: those under way count against all processes of the user.
    "socket": (41, 198),
    "socketpair": (53, 199),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "connect": (42, 203),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "recvmsg": (47, 212),
    "recvmmsg": (299, 243),
    # Hold memory that no RLIMIT_AS counts: files in memory, System V and POSIX queues (whose numbers
    # can be guessed, so that others' can be read or removed), pages lent to a pipe and then unmapped.
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "semget": (64, 190),
    "semop": (65, 193),
    "semtimedop": (220, 192),
    "semctl": (66, 191),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "vmsplice": (278, 75),
    # Fill tables of the kernel that all processes share, or that are the user's as a whole: contexts of
    # asynchronous input and output, watches of files (which also tell what others do), keys, filters.
    "io_setup": (206, 0),
    "io_submit": (209, 2),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "fanotify_init": (300, 262),
    "fanotify_mark": (301, 263),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446),
    "seccomp": (317, 277),
    # Change the owner, the mode, the times or the attributes of files. Landlock does not look at these:
    # another submission or the gradebook could be made unreadable, or readable for everybody.
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    # Make devices, and pipes with a name, on which whoever opens what an answer left behind would hang.
    "mknod": (133, None),
    "mknodat": (259, 33),
    # Come by files past their folders, so past what hides them.
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "lookup_dcookie": (212, 18),
    # Change what is mounted where, or enter other namespaces, to uncover what is hidden.
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    # Become another user, whose files and limits are others; take capabilities back.
    "setuid": (105, 146),
    "setgid": (106, 144),
    "setreuid": (113, 145),
    "setregid": (114, 143),
    "setresuid": (117, 147),
    "setresgid": (119, 149),
    "setfsuid": (122, 151),
    "setfsgid": (123, 152),
    "setgroups": (116, 159),
    "capset": (126, 91),
    # Parts of the kernel that were ways out of many a sandbox and that no answer needs.
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "personality": (135, 92),
    "uselib": (134, None),
    "modify_ldt": (154, None),
    "iopl": (172, None),
    "ioperm": (173, None),
    # Harm the machine as a whole. An unprivileged user cannot, but who knows who runs the grader.
    "reboot": (169, 142),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "syslog": (103, 116),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "vhangup": (153, 58),
    "nfsservctl": (180, 42),
}
"""What fails with EPERM, whatever its arguments."""

WATCHED: Table = {
    "clone": (56, 220),
    "clone3": (435, 435),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "prlimit64": (302, 261),
    "prctl": (157, 167),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
}
"""What depends on its arguments; seccomp.py says how."""
