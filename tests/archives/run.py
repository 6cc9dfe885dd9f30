"""Archives: the process behind the Spark example, the example on a cluster, the recipes of docs/archives.md.

Run by `cargo xtask test archives`, with the command's path in NEWSMARK; an argument names a folder for
what is written, logs of the cluster among it.
"""

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

import process
import recipes
import spark
from cluster import Cluster


def main():
    newsmark = os.environ["NEWSMARK"]
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()).absolute()
    passed, failed = 0, 0
    with Cluster(folder / "logs") as cluster:
        for module in (process, recipes, spark):
            for check in module.CHECKS:
                start = time.monotonic()
                place = folder / check.__name__
                place.mkdir()
                try:
                    check(newsmark, place, *[cluster] * (module is spark))
                    passed += 1
                    print(f"{check.__name__} ({time.monotonic() - start:.1f} s)", flush=True)
                except Exception:
                    failed += 1
                    print(f"✗ {check.__name__}")
                    traceback.print_exc(file=sys.stdout)
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed;")
    sys.exit(failed > 0)


main()
