"""networkx as a peer of the benchmark: Python itself, so that it is only asked for what it does in seconds."""
import networkx

from harness import serve


def build(links, job):
    graph = networkx.Graph()
    graph.add_nodes_from(range(links.n))
    ends = zip(links.sources.tolist(), links.targets.tolist())
    if links.weights is None:
        graph.add_edges_from(ends)
    else:
        graph.add_weighted_edges_from((source, target, weight) for (source, target), weight in zip(ends, links.weights.tolist()))
    return graph


def louvain(graph, links, job):
    found = networkx.community.louvain_communities(graph, seed=job["seed"])
    return lambda: networkx.community.modularity(graph, found)


def pagerank(graph, links, job):
    scores = networkx.pagerank(graph, tol=job["tolerance"] / links.n, max_iter=1000)
    return lambda: links.residual([scores[v] for v in range(links.n)])


def components(graph, links, job):
    count = networkx.number_connected_components(graph)
    return lambda: count


def coreness(graph, links, job):
    scores = networkx.core_number(graph)
    return lambda: sum(scores.values())


serve(build, {"louvain": louvain, "pagerank": pagerank, "components": components, "coreness": coreness})
