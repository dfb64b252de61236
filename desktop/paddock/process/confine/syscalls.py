"""The numbers of Linux's system calls on x86_64 and aarch64, grouped by what a locked process may not do.

Written `name:x86_64:aarch64`, `-` where a call does not exist there. Sources: asm/unistd_64.h and
asm-generic/unistd.h of the kernel; calls younger than Linux 6.1 after arch/x86/entry/syscalls/syscall_64.tbl.
"""

from __future__ import annotations

from typing import NamedTuple


class Machine(NamedTuple):
    """How seccomp knows a processor: its AUDIT_ARCH_* word, and its column in the tables below."""

    audit_arch: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}

# Calls above this one are younger than Linux 6.10 and unknown here: a locked worker is told they do not exist.
NEWEST_KNOWN = 462

Calls = dict[str, tuple[int | None, int | None]]


def _numbers(text: str) -> Calls:
    """Return the table's rows by name."""
    rows = (row.split(":") for row in text.split())
    return {name: (None if x86 == "-" else int(x86), None if arm == "-" else int(arm)) for name, x86, arm in rows}


# Making a socket; the first argument is the address family.
MAKE_SOCKETS = _numbers("""socket:41:198 socketpair:53:199""")
# Using a socket, an inherited or received one included.
USE_SOCKETS = _numbers(
    """connect:42:203 bind:49:200 listen:50:201 accept:43:202 accept4:288:242 sendto:44:206 sendmsg:46:211
    sendmmsg:307:269 recvfrom:45:207 recvmsg:47:212 recvmmsg:299:243 setsockopt:54:208 getsockopt:55:209
    shutdown:48:210 getpeername:52:205 getsockname:51:204"""
)
# Starting another program in this process's place.
RUN_PROGRAMS = _numbers("""execve:59:221 execveat:322:281 uselib:134:-""")
# Making a process, the old ways (clone is judged by its flags).
FORK = _numbers("""fork:57:- vfork:58:-""")
# Reaching into other processes, taking their descriptors, or leaving this one's session.
OTHER_PROCESSES = _numbers(
    """ptrace:101:117 process_vm_readv:310:270 process_vm_writev:311:271 process_madvise:440:440
    process_mrelease:448:448 pidfd_open:434:434 pidfd_getfd:438:438 pidfd_send_signal:424:424 kcmp:312:272
    tkill:200:130 rt_sigqueueinfo:129:138 rt_tgsigqueueinfo:297:240 move_pages:279:239 migrate_pages:256:238
    setpgid:109:154 setsid:112:157 setpriority:141:140 ioprio_set:251:30 sched_setscheduler:144:119
    sched_setattr:314:274 sched_setparam:142:118"""
)
# Asking for input and output, sockets included, past seccomp's eyes.
IO_URING = _numbers("""io_uring_setup:425:425 io_uring_enter:426:426 io_uring_register:427:427""")
# Keys, memory and queues shared with other programs of the same user.
SHARED = _numbers(
    """shmget:29:194 shmat:30:196 shmctl:31:195 shmdt:67:197 semget:64:190 semop:65:193 semctl:66:191
    semtimedop:220:192 msgget:68:186 msgsnd:69:189 msgrcv:70:188 msgctl:71:187 mq_open:240:180 mq_unlink:241:181
    mq_timedsend:242:182 mq_timedreceive:243:183 mq_notify:244:184 mq_getsetattr:245:185 add_key:248:217
    request_key:249:218 keyctl:250:219"""
)
# The kernel's own affairs: mounts, namespaces, modules, tracing, clocks, file handles, watching files.
KERNEL = _numbers(
    """bpf:321:280 perf_event_open:298:241 userfaultfd:323:282 fanotify_init:300:262 fanotify_mark:301:263
    inotify_init:253:- inotify_init1:294:26 inotify_add_watch:254:27 lookup_dcookie:212:18 mount:165:40
    umount2:166:39 pivot_root:155:41 chroot:161:51 unshare:272:97 setns:308:268 open_tree:428:428
    move_mount:429:429 fsopen:430:430 fsconfig:431:431 fsmount:432:432 fspick:433:433 mount_setattr:442:442
    statmount:457:457 listmount:458:458 open_by_handle_at:304:265 name_to_handle_at:303:264 init_module:175:105
    finit_module:313:273 delete_module:176:106 create_module:174:- kexec_load:246:104 kexec_file_load:320:294
    quotactl:179:60 quotactl_fd:443:443 acct:163:89 swapon:167:224 swapoff:168:225 reboot:169:142
    sethostname:170:161 setdomainname:171:162 iopl:172:- ioperm:173:- modify_ldt:154:- settimeofday:164:170
    adjtimex:159:171 clock_adjtime:305:266 clock_settime:227:112 syslog:103:116 vhangup:153:58 personality:135:92
    nfsservctl:180:42 ustat:136:- sysfs:139:- _sysctl:156:- memfd_secret:447:447 vmsplice:278:75
    """
)
# Changing files by path, and what Landlock does not govern: modes, owners, times, attributes.
CHANGE_FILES = _numbers(
    """creat:85:- truncate:76:45 chmod:90:- fchmod:91:52 fchmodat:268:53 fchmodat2:452:452 chown:92:- fchown:93:55
    lchown:94:- fchownat:260:54 utime:132:- utimes:235:- futimesat:261:- utimensat:280:88 setxattr:188:5
    lsetxattr:189:6 fsetxattr:190:7 removexattr:197:14 lremovexattr:198:15 fremovexattr:199:16 mknod:133:-
    mknodat:259:33 rename:82:- renameat:264:38 renameat2:316:276 link:86:- linkat:265:37 symlink:88:-
    symlinkat:266:36 unlink:87:- unlinkat:263:35 mkdir:83:- mkdirat:258:34 rmdir:84:-
    """
)
# Calls that are judged by their arguments, or made by this package itself.
JUDGED = _numbers(
    """clone:56:220 clone3:435:435 kill:62:129 tgkill:234:131 prlimit64:302:261 prctl:157:167 ioctl:16:29 open:2:-
    openat:257:56 openat2:437:437 seccomp:317:277 landlock_create_ruleset:444:444 landlock_add_rule:445:445
    landlock_restrict_self:446:446 fcntl:72:25 sched_setaffinity:203:122"""
)
