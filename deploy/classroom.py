#!/usr/bin/env python3
"""A classroom on one machine: a real JupyterHub on loopback and N students who log in, start a
kernel and run a worksheet, all at once.

    python3 deploy/classroom.py [--students 4] [--kernel nabla] [WORKSHEET.ipynb]

Needs JupyterHub (Debian: jupyterhub jupyter-notebook) and the kernel installed where JupyterHub
finds it (nabla install --prefix /usr/local). Prints the time to the first result and to the end of
the worksheet, the memory of each student (the pages of the notebook server and of the kernel,
shared ones divided by their sharers) and how many students 16 GB hold.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

HERE = Path(__file__).resolve().parent
# What a machine keeps for itself: system, hub and proxy.
RESERVED_GB = 1.5

CONFIG = """
c.JupyterHub.bind_url = {url!r}
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{proxy_port}'
c.JupyterHub.authenticator_class = 'dummy'
c.JupyterHub.spawner_class = 'simple'
c.JupyterHub.db_url = 'sqlite:///{work}/hub.sqlite'
c.JupyterHub.cookie_secret_file = '{work}/secret'
c.JupyterHub.concurrent_spawn_limit = {students}
c.Authenticator.allowed_users = {names!r}
c.SimpleLocalProcessSpawner.home_dir_template = '{work}/home/{{username}}'
c.Spawner.args = {args!r}
c.Spawner.http_timeout = c.Spawner.start_timeout = 120
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Student:
    """One browser: a session with the cookies of its user, and its kernel."""

    def __init__(self, hub, name):
        self.hub, self.name = hub, name
        self.home = f"{hub}/user/{name}"
        self.web = requests.Session()

    def log_in(self):
        """From the login page to a running kernel, as a browser goes there."""
        login = f"{self.hub}/hub/login"
        self.web.get(login).raise_for_status()
        form = {"username": self.name, "password": "any", "_xsrf": self.cookie("_xsrf")}
        self.web.post(login, data=form, headers={"Referer": login}).raise_for_status()
        end = time.monotonic() + 120
        while time.monotonic() < end:
            page = self.web.get(f"{self.home}/tree")
            if page.ok and page.url.startswith(self.home):
                return time.monotonic()
            time.sleep(0.2)
        raise TimeoutError(f"the server of {self.name} did not start")

    def start_kernel(self, kernel):
        answer = self.web.post(
            f"{self.home}/api/kernels",
            json={"name": kernel},
            headers={"X-XSRFToken": self.cookie("_xsrf"), "Referer": f"{self.home}/tree"},
        )
        answer.raise_for_status()
        self.kernel = answer.json()["id"]

    def cookie(self, name):
        # The server's own comes after the hub's.
        return ([c.value for c in self.web.cookies if c.name == name] or [""])[-1]

    async def run(self, cells):
        """Runs all cells; gives the moments of the first result and of the end, and the failures."""
        url = f"{self.home}/api/kernels/{self.kernel}/channels"
        browser = requests.Request("GET", url).prepare()
        cookies = requests.cookies.get_cookie_header(self.web.cookies, browser)
        channel = await websocket_connect(
            HTTPRequest(
                url.replace("http", "ws", 1), headers={"Cookie": cookies, "Origin": self.hub}
            ),
            max_message_size=1 << 28,
        )
        first, failures = None, []
        for code, may_fail in cells:
            request = str(uuid.uuid4())
            await channel.write_message(execute_request(request, code))
            replied = idle = False
            while not (replied and idle):
                message = json.loads(await asyncio.wait_for(channel.read_message(), 300))
                if message["parent_header"].get("msg_id") != request:
                    continue
                kind, content = message["msg_type"], message["content"]
                if kind in ("execute_result", "display_data") and first is None:
                    first = time.monotonic()
                if kind == "error" and not may_fail:
                    failures.append(content["evalue"])
                replied |= kind == "execute_reply"
                idle |= kind == "status" and content["execution_state"] == "idle"
        channel.close()
        return first, time.monotonic(), failures


def execute_request(request, code):
    header = {"msg_id": request, "msg_type": "execute_request", "username": "student"}
    header |= {"session": request, "version": "5.3", "date": ""}
    content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}}
    content |= {"allow_stdin": False, "stop_on_error": False}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
    return json.dumps(message | {"channel": "shell", "buffers": []})


def memory(homes):
    """Megabytes of the notebook servers and of the kernels that run in the homes of students."""
    servers = kernels = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").resolve().is_relative_to(homes):
                lines = (process / "smaps_rollup").read_text().splitlines()
                pss = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
                if b"singleuser" in (process / "cmdline").read_bytes():
                    servers += pss
                else:
                    kernels += pss
        except OSError:
            pass  # It has just ended.
    return servers, kernels


async def classroom(students, kernel, cells):
    pool = ThreadPoolExecutor(len(students))
    loop = asyncio.get_running_loop()

    async def lesson(student):
        begin = time.monotonic()
        ready = await loop.run_in_executor(pool, student.log_in)
        await loop.run_in_executor(pool, student.start_kernel, kernel)
        first, end, failures = await student.run(cells)
        return ready - begin, first - ready, end - ready, failures

    return await asyncio.gather(*(lesson(student) for student in students))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("worksheet", nargs="?", default=HERE.parent / "notebooks/worksheets/ws4.ipynb")
    parser.add_argument("--students", type=int, default=4)
    parser.add_argument("--kernel", default="nabla")
    options = parser.parse_args()
    notebook = json.loads(Path(options.worksheet).read_text(encoding="utf-8"))
    cells = [
        ("".join(cell["source"]), "raises-exception" in cell["metadata"].get("tags", []))
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    ]
    names = [f"student{n}" for n in range(1, options.students + 1)]
    work = Path(tempfile.mkdtemp(prefix="classroom-"))
    hub = None
    try:
        url = f"http://127.0.0.1:{free_port()}"
        config = work / "config.py"
        config.write_text(
            CONFIG.format(
                url=url, hub_port=free_port(), proxy_port=free_port(), work=work, names=set(names),
                students=options.students, args=["--allow-root"] if os.geteuid() == 0 else [],
            )
        )
        (work / "home").mkdir()
        log = (work / "log").open("w")
        hub = subprocess.Popen(
            ["jupyterhub", "-f", str(config)], cwd=work, stdout=log, stderr=log, start_new_session=True
        )
        await_hub(url, hub, work)
        students = [Student(url, name) for name in names]
        try:
            lessons = asyncio.run(classroom(students, options.kernel, cells))
        except Exception:
            print((work / "log").read_text()[-3000:], file=sys.stderr)
            raise
        report(options, lessons, work)
    finally:
        if hub is not None:
            os.killpg(hub.pid, signal.SIGTERM)
            hub.wait(30)
        shutil.rmtree(work, ignore_errors=True)


def await_hub(url, hub, work):
    end = time.monotonic() + 60
    while time.monotonic() < end and hub.poll() is None:
        try:
            return requests.get(f"{url}/hub/health").raise_for_status()
        except requests.RequestException:
            time.sleep(0.2)
    sys.exit("the hub did not start:\n" + (work / "log").read_text()[-3000:])


def report(options, lessons, work):
    servers, kernels = memory(work / "home")
    each = (kernels + servers) / options.students
    print(f"{options.students} students, {Path(options.worksheet).name}, all at once")
    for name, (login, first, end, failures) in zip(range(1, len(lessons) + 1), lessons):
        said = f"{len(failures)} cells failed, first: {failures[0]}" if failures else "no cell failed"
        print(f"  student {name}: server after {login:.1f} s, first result {first:.1f} s later,"
              f" whole worksheet {end:.1f} s; {said}")
    print(f"memory of each: {each:.0f} MB ({kernels / options.students:.0f} kernel,"
          f" {servers / options.students:.0f} notebook server)")
    print(f"a machine of 16 GB holds {int((16 - RESERVED_GB) * 1024 / each)} of them,"
          f" with {RESERVED_GB} GB for the system and the hub")
    if any(failures for *_, failures in lessons):
        sys.exit(1)


if __name__ == "__main__":
    main()
