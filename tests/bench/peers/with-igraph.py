"""igraph as a peer of the benchmark. Leiden makes as many iterations as it does by itself, or as it is told; -1: until nothing changes."""
import random

import igraph

from harness import serve


def build(links, job):
    import numpy

    attributes = {} if links.weights is None else {"edge_attrs": {"weight": links.weights.tolist()}}
    return igraph.Graph(n=links.n, edges=numpy.column_stack((links.sources, links.targets)), **attributes)


def weight(links):
    return None if links.weights is None else "weight"


def communities(find):
    def work(graph, links, job):
        random.seed(job["seed"])
        found = find(graph, links, job)
        return lambda: graph.modularity(found.membership, weights=weight(links))

    return work


def leiden(graph, links, job):
    iterations = {"n_iterations": job["iterations"]} if "iterations" in job else {}
    return graph.community_leiden(objective_function="modularity", weights=weight(links), **iterations)


def forget(graph):
    """igraph keeps whether a graph is connected, simple and the like, even in a copy, and answers from that."""
    getattr(graph, "__invalidate_cache")()


def pagerank(graph, links, job):
    scores = graph.pagerank(weights=weight(links))
    return lambda: links.residual(scores)


def summed(score):
    def work(graph, links, job):
        scores = score(graph, links)
        return lambda: float(sum(value for value in scores if value == value))

    return work


def components(graph, links, job):
    found = graph.connected_components()
    return lambda: len(found)


serve(build, {
    "louvain": communities(lambda graph, links, job: graph.community_multilevel(weights=weight(links))),
    "leiden": communities(leiden),
    "pagerank": pagerank,
    "components": components,
    "coreness": summed(lambda graph, links: graph.coreness()),
    "betweenness": summed(lambda graph, links: graph.betweenness()),
    "harmonic": summed(lambda graph, links: graph.harmonic_centrality(normalized=False)),
    "constraint": summed(lambda graph, links: graph.constraint(weights=weight(links))),
}, forget)
