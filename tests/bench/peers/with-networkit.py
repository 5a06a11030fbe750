"""NetworKit as a peer of the benchmark, on as many threads as the job says. Paths count links, so that weights are left out there."""
import networkit
import numpy

from harness import serve, worst_error


def build(links, job):
    networkit.setNumberOfThreads(job["threads"])
    weights = numpy.ones(links.m) if links.weights is None else links.weights
    return networkit.GraphFromCoo((weights, (links.sources, links.targets)), n=links.n, weighted=links.weights is not None, directed=False)


def run(method):
    method.run()
    return method


def communities(find):
    def work(graph, links, job):
        networkit.setSeed(job["seed"], False)
        found = run(find(graph))
        return lambda: networkit.community.Modularity().getQuality(found.getPartition(), graph)

    return work


def pagerank(graph, links, job):
    method = networkit.centrality.PageRank(graph, damp=0.85, tol=job["tolerance"])
    method.norm = networkit.centrality.Norm.L1_NORM
    method.run()
    return lambda: links.residual(method.scores())


def summed(score, factor=1.0):
    def work(graph, links, job):
        found = run(score(graph))
        return lambda: factor * sum(found.scores())

    return work


def estimated_betweenness(graph, links, job):
    networkit.setSeed(job["seed"], False)
    method = run(networkit.centrality.KadabraBetweenness(graph, err=job["error"], delta=job["failure"]))
    # It counts a pair both ways but draws it once: the middle of a path of three nodes, on one pair in three, scores 2/3.
    return lambda: worst_error([score / 2 for score in method.scores()], job.get("exact"))


def components(graph, links, job):
    found = run(networkit.components.ConnectedComponents(graph))
    return lambda: found.numberOfComponents()


unweighted = {}


def without_weights(work):
    """The graph without weights is made in the call that warms up, which is thrown away."""

    def on_unweighted(graph, links, job):
        if not graph.isWeighted():
            return work(graph, links, job)
        if graph not in unweighted:
            unweighted[graph] = networkit.graphtools.toUnweighted(graph)
        return work(unweighted[graph], links, job)

    return on_unweighted


serve(build, {
    "louvain": communities(lambda graph: networkit.community.PLM(graph)),
    "leiden": communities(lambda graph: networkit.community.ParallelLeiden(graph)),
    "pagerank": pagerank,
    "components": components,
    "coreness": summed(lambda graph: networkit.centrality.CoreDecomposition(graph)),
    "betweenness": without_weights(summed(lambda graph: networkit.centrality.Betweenness(graph), 0.5)),
    "harmonic": without_weights(summed(lambda graph: networkit.centrality.HarmonicCloseness(graph, normalized=False))),
    "estimatedBetweenness": without_weights(estimated_betweenness),
})
