"""numpy and scipy on OpenBLAS as peers of value chains: one work on the table in a file, in a process of its own. The clock starts when the table is read, as ours does."""
import json
import sys
import time

import numpy
import scipy.linalg

from harness import peak_megabytes, processor_seconds

work, name, countries, sectors = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
n = countries * sectors
flows, demand, output, added = numpy.split(numpy.fromfile(name), numpy.cumsum([n * n, n * countries, n]))
flows, demand = flows.reshape(n, n), demand.reshape(n, countries)


def indicators(matrix):
    """B Y, and value added by origin country: what both come to in sum."""
    factors = scipy.linalg.lu_factor(matrix, overwrite_a=True, check_finite=False)
    shares = numpy.zeros((n, countries))
    shares[numpy.arange(n), numpy.arange(n) // sectors] = added / output
    return scipy.linalg.lu_solve(factors, demand).sum() + scipy.linalg.lu_solve(factors, shares, trans=1).sum()


WORKS = {
    "factors": lambda matrix: abs(numpy.diag(scipy.linalg.lu_factor(matrix, overwrite_a=True, check_finite=False)[0])).sum(),
    "indicators": indicators,
    "inverse": lambda matrix: numpy.linalg.inv(matrix).sum(),
    "upstreamness": lambda matrix: (numpy.linalg.solve(matrix, output) / output).sum(),
}

started, processor = time.perf_counter(), processor_seconds()
found = WORKS[work](numpy.eye(n) - flows / output)
print(json.dumps({"seconds": time.perf_counter() - started, "processorSeconds": processor_seconds() - processor, "megabytes": peak_megabytes(), "found": float(found)}))
