"""scipy's Dijkstra (C++) beside our tree, for bench/paths.ts; no part of the project. Each line `tree` on stdin is answered with milliseconds of processor time."""
import sys
import time
import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

raw = numpy.fromfile(sys.argv[1], dtype=numpy.int32)
people, ties = int(raw[0]), int(raw[1])
tie = raw[2:].reshape(ties, 3)
# A sparse matrix holds no tie without a cost: those of the source get one far below any other.
cost = numpy.where(tie[:, 2] == 0, 1e-6, tie[:, 2].astype(float))
network = csr_matrix((numpy.concatenate([cost, cost]), (numpy.concatenate([tie[:, 0], tie[:, 1]]), numpy.concatenate([tie[:, 1], tie[:, 0]]))), shape=(people, people))
print(0, flush=True)
for line in sys.stdin:
    begin = time.thread_time()
    dijkstra(network, directed=True, indices=people - 1)
    print((time.thread_time() - begin) * 1000, flush=True)
