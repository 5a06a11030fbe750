"""A peer of the benchmark: igraph or networkit (the first argument). Reads a job a line, answers a line; the time is the work's alone."""
import json
import random
import resource
import sys
import time

import numpy

library = sys.argv[1]
graph = None


def read(name):
    data = numpy.fromfile(name, dtype=numpy.int32)
    n, m = int(data[0]), int(data[1])
    return n, data[2:2 + m], data[2 + m:2 + 2 * m]


def build_igraph(n, sources, targets):
    import igraph
    edges = numpy.column_stack((sources, targets))
    start = time.perf_counter()
    built = igraph.Graph(n=n, edges=edges)
    return built, time.perf_counter() - start


def build_networkit(n, sources, targets):
    import networkit
    weights = numpy.ones(len(sources))
    start = time.perf_counter()
    built = networkit.GraphFromCoo((weights, (sources, targets)), n=n, weighted=False, directed=False)
    return built, time.perf_counter() - start


def igraph_work(work, job):
    random.seed(job.get("seed", 1))
    if work == "louvain":
        found = graph.community_multilevel()
        return lambda: graph.modularity(found.membership)
    if work == "leiden":
        found = graph.community_leiden(objective_function="modularity", n_iterations=job["iterations"])
        return lambda: graph.modularity(found.membership)
    if work == "pagerank":
        scores = graph.pagerank()
        return lambda: sum(scores)
    if work == "betweenness":
        scores = graph.betweenness()
        return lambda: sum(scores)
    if work == "harmonic":
        scores = graph.harmonic_centrality(normalized=False)
        return lambda: sum(scores)
    if work == "constraint":
        scores = graph.constraint()
        return lambda: sum(score for score in scores if score == score)
    if work == "components":
        found = graph.connected_components()
        return lambda: len(found)
    return None


def networkit_work(work, job):
    import networkit
    networkit.setSeed(job.get("seed", 1), False)
    if work in ("louvain", "leiden"):
        method = networkit.community.PLM(graph) if work == "louvain" else networkit.community.ParallelLeiden(graph)
        method.run()
        return lambda: networkit.community.Modularity().getQuality(method.getPartition(), graph)
    if work == "pagerank":
        method = networkit.centrality.PageRank(graph, damp=0.85, tol=job["tolerance"])
        method.norm = networkit.centrality.Norm.L1_NORM
        method.run()
        return lambda: sum(method.scores())
    if work == "betweenness":
        method = networkit.centrality.Betweenness(graph)
        method.run()
        return lambda: sum(method.scores()) / 2
    if work == "kadabra":
        method = networkit.centrality.KadabraBetweenness(graph, err=job["error"], delta=0.1)
        method.run()
        return lambda: method.numberOfIterations()
    if work == "components":
        method = networkit.components.ConnectedComponents(graph)
        method.run()
        return lambda: method.numberOfComponents()
    return None


for line in sys.stdin:
    job = json.loads(line)
    work = job["work"]
    if library == "networkit":
        import networkit
        networkit.setNumberOfThreads(job.get("threads", 1))
    if work == "load":
        links = read(job["file"])
        graph, seconds = (build_igraph if library == "igraph" else build_networkit)(*links)
        answer = {"seconds": seconds}
    else:
        start = time.perf_counter()
        quality = (igraph_work if library == "igraph" else networkit_work)(work, job)
        seconds = time.perf_counter() - start
        answer = {"seconds": None} if quality is None else {"seconds": seconds, "quality": quality()}
    answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(answer), flush=True)
