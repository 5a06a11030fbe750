"""The formulas of the literature block by block, from explicit inverses, for tables in long CSV:
    python with-numpy.py FLOWS FINAL OUTPUT FOLDER
writes the expected values of tests/datasets/value-chains/wiod-aggregate.*.csv into FOLDER. Shares no code with the service, whose value added is output less inputs here too.
Rows that miss output are left as they are; FDC_rest is what decompr 6.4 to 6.9 calls FDC: exports less the other eight terms."""
import csv
import gzip
import sys

import numpy as np


def rows(name):
    with (gzip.open if name.endswith('.gz') else open)(name, 'rt') as file:
        yield from list(csv.reader(file))[1:]


flows, final, output, folder = sys.argv[1:]
made = [(label, float(x)) for label, x, *_ in rows(output)]
labels = [label for label, _ in made]
place = {label: i for i, label in enumerate(labels)}
countries = list(dict.fromkeys(label.split('.')[0] for label in labels))
G, n = len(countries), len(labels)
N = n // G
Z, Y = np.zeros((n, n)), np.zeros((n, G))
for source, target, value in rows(flows):
    Z[place[source], place[target]] += float(value)
for source, target, value in rows(final):
    Y[place[source], countries.index(target.split('.')[0])] += float(value)
X = np.array([x for _, x in made])
inverse_of_output = np.divide(1, X, out=np.zeros(n), where=X != 0)
A = Z * inverse_of_output
v = (X - Z.sum(axis=0)) * inverse_of_output
I = np.eye(n)
B = np.linalg.inv(I - A)
at = [slice(c * N, (c + 1) * N) for c in range(G)]
L = [np.linalg.inv(np.eye(N) - A[s, s]) for s in at]
E = np.array([[Z[s, r].sum(axis=1) + Y[s, c] if r is not s else np.zeros(N) for c, r in enumerate(at)] for s in at])  # exporter, partner, sector
total = E.sum(axis=1)
others = [[c for c in range(G) if c != s] for s in range(G)]


def b(t, s):
    return B[at[t], at[s]]


def a(t, s):
    return A[at[t], at[s]]


def y(s, r):
    return Y[at[s], r]


def va(s):
    return v[at[s]]


def write(name, heading, lines):
    with open(f'{folder}/wiod-aggregate.{name}.csv', 'w', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows([heading, *[[repr(float(cell)) if isinstance(cell, float) else cell for cell in line] for line in lines]])


foreign = [sum(va(t) @ b(t, s) for t in others[s]) for s in range(G)]
lines = []
for s in range(G):
    own = [va(s) @ b(s, r) for r in range(G)]
    terms = [
        own[s] @ sum(y(s, r) for r in others[s]),
        sum(own[r] @ y(r, r) for r in others[s]),
        sum(own[r] @ y(r, t) for r in others[s] for t in others[s] if t != r),
        sum(own[r] @ y(r, s) for r in others[s]),
        sum(own[r] @ a(r, s) for r in others[s]) @ L[s] @ y(s, s),
        sum(own[r] @ a(r, s) for r in others[s]) @ L[s] @ total[s],
        foreign[s] @ sum(y(s, r) for r in others[s]),
        foreign[s] @ sum(a(s, r) @ L[r] @ y(r, r) for r in others[s]),
        foreign[s] @ sum(a(s, r) @ L[r] @ total[r] for r in others[s])
    ]
    lines.append([countries[s], float(total[s].sum()), *map(float, terms), float(total[s].sum() - sum(terms[:8]))])
write('kww', ['country', 'E', 'DVA_FIN', 'DVA_INT', 'DVA_INTrex', 'RDV_FIN', 'RDV_INT', 'DDC', 'FVA_FIN', 'FVA_INT', 'FDC', 'FDC_rest'], lines)

lines = []
for s in range(G):
    l, d = va(s) @ L[s], va(s) @ b(s, s)
    for r in others[s]:
        third = [t for t in others[s] if t != r]
        m = va(r) @ b(r, s)
        o = foreign[s] - m
        inputs = a(s, r) @ X[at[r]]
        terms = [
            d * y(s, r), l * (a(s, r) @ b(r, r) @ y(r, r)), l * (a(s, r) @ sum(b(r, t) @ y(t, t) for t in third)), l * (a(s, r) @ b(r, r) @ sum(y(r, t) for t in third)),
            l * (a(s, r) @ sum(b(r, t) @ sum(y(t, q) for q in range(G) if q not in (s, t)) for t in third)),
            l * (a(s, r) @ b(r, r) @ y(r, s)), l * (a(s, r) @ sum(b(r, t) @ y(t, s) for t in third)), l * (a(s, r) @ b(r, s) @ y(s, s)),
            l * (a(s, r) @ b(r, s) @ sum(y(s, t) for t in others[s])), (d - l) * inputs,
            m * y(s, r), m * (a(s, r) @ L[r] @ y(r, r)), m * (a(s, r) @ L[r] @ total[r]), o * y(s, r), o * (a(s, r) @ L[r] @ y(r, r)), o * (a(s, r) @ L[r] @ total[r])
        ]
        lines.append([countries[s], countries[r], *[float(term.sum()) for term in terms]])
write('wwz', ['country', 'partner', 'DVA_FIN', 'DVA_INT', 'DVA_INTrexI1', 'DVA_INTrexF', 'DVA_INTrexI2', 'RDV_FIN', 'RDV_FIN2', 'RDV_INT', 'DDC_FIN', 'DDC_INT', 'MVA_FIN', 'MVA_INT', 'MDC', 'OVA_FIN', 'OVA_INT', 'ODC'], lines)

demanded = B @ Y
outside = [np.linalg.inv(I - np.where(np.isin(np.arange(n), np.arange(n)[s])[:, None] & ~np.isin(np.arange(n), np.arange(n)[s])[None, :], 0, A)) for s in at]
lines = []
for s in range(G):
    l, d = va(s) @ L[s], va(s) @ b(s, s)
    without = sum(va(t) @ outside[s][at[t], at[s]] for t in others[s])
    DVA, FVA, DC, FC = l @ total[s], without @ total[s], d @ total[s], foreign[s] @ total[s]
    DAVAX = sum(l @ (y(s, r) + a(s, r) @ L[r] @ y(r, r)) for r in others[s])
    nothing = Y.copy()
    nothing[at[s], :] = 0
    nothing[at[s], s] = Y[at[s], s]
    flow = sum(y(s, r) + a(s, r) @ (outside[s] @ nothing.sum(axis=1))[at[r]] for r in others[s])
    first = sum(va(t) @ L[t] @ a(t, s) @ L[s] @ total[s] for t in others[s])
    used = {(p, q): y(p, q) + a(p, q) @ L[q] @ y(q, q) for p in range(G) for q in others[p]}
    last = sum(foreign[s] @ used[s, r] + (va(r) @ b(r, s)) @ a(s, r) @ L[r] @ sum(used[r, j] for j in others[r]) for r in others[s])
    onward = sum(a(s, r) @ L[r] @ total[r] for r in others[s])
    backward = sum(a(t, s).sum(axis=0) for t in others[s]) @ L[s]
    direct = sum(used[s, r] for r in others[s])
    jn = sum(va(s) @ demanded[at[s], r] for r in others[s])
    taken = sum(va(t) @ demanded[at[t], s] for t in others[s])
    gdp_lost = va(s) @ (X[at[s]] - L[s] @ y(s, s))
    VS1 = sum(va(s) @ b(s, r) @ total[r] for r in others[s])
    lines.append([countries[s], *map(float, (DC, FC, DVA, FVA, DAVAX, d @ flow, foreign[s] @ flow, first, last, l @ onward, backward @ onward, backward @ direct, jn, taken, gdp_lost, VS1))])
write('country', ['country', 'DC', 'FC', 'DVA', 'FVA', 'DAVAX', 'sink_DVA', 'sink_FVA', 'world_source_FVA', 'world_sink_FVA', 'PF', 'TS', 'PB', 'VAX', 'DFD_FVA', 'LTV_DVA', 'VS1'], lines)
write('va-in-exports', ['country', *countries], [[countries[s], *[float(va(s) @ b(s, r) @ total[r]) for r in range(G)]] for s in range(G)])

U, D = B @ X * np.where(X == 0, np.nan, inverse_of_output), B.sum(axis=0)
final_output = Y.sum(axis=1)
PLv, PLy = B @ B @ final_output / (B @ final_output), v @ B @ B / (v @ B)
write('sector', ['country', 'sector', 'U', 'D', 'PLv', 'PLy'], [[*labels[i].split('.', 1), float(U[i]), float(D[i]), float(PLv[i]), float(PLy[i])] for i in range(n)])
