"""Shares work among processors: a page does not wait for another one."""

import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence

log = logging.getLogger("mkdocs.slim")


def on_every_core(work: Callable[[str], None], names: Sequence[str]) -> None:
    """Do the work for each name, in as many processes as there are processors.

    Raises:
        RuntimeError: the work failed for one of them; its process has said why.

    """
    fork = multiprocessing.get_context("fork")
    count = os.cpu_count() or 1

    def share(part: int) -> None:
        for name in names[part::count]:
            try:
                work(name)
            except RuntimeError as error:
                log.error("%s: %s", name, error)
                sys.exit(1)

    workers = [fork.Process(target=share, args=(part,)) for part in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise RuntimeError("A page could not be written: see above.")
