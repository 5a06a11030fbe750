"""What the Python peers share: a job a line in, an answer a line out. The times are the work's alone, on the wall and of the processor."""
import json
import os
import resource
import sys
import time

import numpy


class Links:
    """The network as arrays, for building it and for judging an answer."""

    def __init__(self, name):
        data = numpy.fromfile(name, dtype=numpy.int32, count=4)
        self.n, self.m = int(data[0]), int(data[1])
        ends = numpy.fromfile(name, dtype=numpy.int32, count=2 * self.m, offset=16)
        self.sources, self.targets = ends[: self.m], ends[self.m :]
        self.weights = numpy.fromfile(name, dtype=numpy.float64, offset=16 + 8 * self.m) if data[2] == 1 else None

    def residual(self, scores):
        """How much PageRank scores, made to sum to 1, change in sum by one more step of the walk."""
        scores = numpy.asarray(scores) / numpy.sum(scores)
        weights = numpy.ones(self.m) if self.weights is None else self.weights
        along = lambda ends, values: numpy.bincount(ends, weights=values, minlength=self.n)
        strength = along(self.sources, weights) + along(self.targets, weights)
        shares = numpy.divide(scores, strength, out=numpy.zeros(self.n), where=strength > 0)
        walked = along(self.targets, weights * shares[self.sources]) + along(self.sources, weights * shares[self.targets])
        anew = (1 - 0.85 + 0.85 * scores[strength == 0].sum()) / self.n
        return float(numpy.abs(0.85 * walked + anew - scores).sum())


def worst_error(scores, file):
    """Of betweenness as a share of all pairs; None where nobody computed it exactly."""
    if file is None or not os.path.exists(file):
        return None
    return float(numpy.abs(numpy.asarray(scores) - numpy.fromfile(file)).max())


def peak_megabytes():
    """Of this process; the other figure may be that of the process which started it."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def serve(build, works, forget=lambda graph: None):
    """build: makes the library's graph of links. works: by name, a function of graph, links and job that answers how to tell its quality, which is not timed.
    forget: makes a graph forget what earlier calls found out about it, so that each call looks; not timed either."""
    graph = links = None
    for line in sys.stdin:
        job = json.loads(line)
        if job["work"] == "build":
            graph = None
            links = Links(job["file"])
        else:
            forget(graph)
        started, processor = time.perf_counter(), processor_seconds()
        if job["work"] == "build":
            graph, quality = build(links, job), None
        else:
            quality = works[job["work"]](graph, links, job)
        answer = {"seconds": time.perf_counter() - started, "processorSeconds": processor_seconds() - processor, "megabytes": peak_megabytes()}
        if quality is not None:
            answer["quality"] = quality()
        print(json.dumps(answer), flush=True)
