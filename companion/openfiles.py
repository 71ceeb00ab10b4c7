"""How many files, sockets among them, a process may have open."""

import resource


def most_files(wanted: int) -> int:
    """So many as are wanted, or as the system lets a process raise its limit to."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if most == resource.RLIM_INFINITY else min(wanted, most)


def allow_files(wanted: int) -> None:
    """Raise this process's limit; the usual 1024 would be too few for the sockets of a web process."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if now != resource.RLIM_INFINITY and now < most_files(wanted):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most_files(wanted), most))
