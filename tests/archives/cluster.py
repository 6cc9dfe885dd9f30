"""A Spark cluster of one machine: a master and two workers, each a process that can be killed."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pyspark
from common import EXAMPLE, ROOT, kill, wait_for

HOME = Path(pyspark.__file__).parent
HOST = "127.0.0.1"
# Programs of a few seconds: what the compiler and the collector of longer ones do is not worth it.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.extraJavaOptions": JAVA,
    "spark.executor.extraJavaOptions": JAVA,
    "spark.executor.memory": "512m",
    "spark.executor.cores": "1",
    # Both workers take part from the start.
    "spark.scheduler.minRegisteredResourcesRatio": "1",
    "spark.scheduler.maxRegisteredResourcesWaitingTime": "120s",
    "spark.cores.max": "2",
    "spark.locality.wait": "0",
    "spark.sql.shuffle.partitions": "2",
    "spark.shuffle.io.retryWait": "1s",
    "spark.ui.enabled": "false",
}


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.folder.mkdir(parents=True)
        self.processes = []
        with socket.socket() as free:
            free.bind((HOST, 0))
            port = free.getsockname()[1]
        self.address = f"spark://{HOST}:{port}"
        self.start("master", "master.Master", "--port", str(port))
        wait_for("the master", lambda: accepts(port))
        self.workers = [self.worker(name) for name in ("one", "two")]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            kill(process.pid)
            process.wait()

    def worker(self, name):
        work = self.folder / f"work-{name}"
        arguments = ["--cores", "1", "--memory", "600m", "--work-dir", work, self.address]
        return self.start(f"worker-{name}", "worker.Worker", *arguments)

    def start(self, name, what, *arguments):
        command = [HOME / "bin/spark-class", f"org.apache.spark.deploy.{what}"]
        return self.run(name, [*command, "--host", HOST, "--webui-port", "0", *arguments])

    def annotate(self, name, *arguments, master=None):
        """Starts annotate.py as its users do."""
        settings = [word for pair in SETTINGS.items() for word in ("--conf", "=".join(pair))]
        command = [HOME / "bin/spark-submit", "--master", master or self.address, *settings]
        return self.run(name, [*command, EXAMPLE / "annotate.py", *arguments])

    def run(self, name, command):
        environment = {
            **os.environ,
            "SPARK_HOME": str(HOME),
            "SPARK_LOCAL_IP": HOST,
            "SPARK_DAEMON_JAVA_OPTS": JAVA,
            "SPARK_DAEMON_MEMORY": "256m",
            "PYSPARK_PYTHON": sys.executable,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        with self.log(name).open("w") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process

    def log(self, name):
        return self.folder / f"{name}.log"


def accepts(port):
    with socket.socket() as asked:
        return asked.connect_ex((HOST, port)) == 0
