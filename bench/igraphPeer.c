/*
 * igraph (C) beside our ways, for bench/paths.ts; no part of the project. Reads the network from a file, then answers lines:
 *   way K TARGET  ->  MILLISECONDS COST…   (processor time) the K best ways from the source (the last vertex) to TARGET
 *   tree          ->  MILLISECONDS         what everybody costs
 * The first line says how many bytes the process grew by the network, and by how many at the worst while it was made. Built with: cc -O2 igraphPeer.c -ligraph
 */
#include <igraph/igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Processor time of this thread in ms. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static long resident(void) {
  long pages = 0, size = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%ld %ld", &size, &pages) != 2) exit(1);
  fclose(file);
  return pages * 4096;
}

/* The most that was resident since the last time; 0 begins anew. */
static long peak(int anew) {
  char line[128];
  long size = 0;
  FILE *file = fopen(anew ? "/proc/self/clear_refs" : "/proc/self/status", anew ? "w" : "r");
  if (!file) exit(1);
  if (anew) fputs("5", file);
  else while (fgets(line, sizeof line, file)) if (sscanf(line, "VmHWM: %ld", &size) == 1) break;
  fclose(file);
  return size * 1024;
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  int head[2];
  if (!file || fread(head, 4, 2, file) != 2) return 1;
  const int people = head[0], ties = head[1];
  int *raw = malloc(12L * ties);
  if (fread(raw, 12, ties, file) != (size_t) ties) return 1;
  peak(1);
  long before = resident();
  igraph_vector_int_t edges;
  igraph_vector_t weights;
  igraph_vector_int_init(&edges, 2L * ties);
  igraph_vector_init(&weights, ties);
  for (long n = 0; n < ties; n++) {
    VECTOR(edges)[2 * n] = raw[3 * n];
    VECTOR(edges)[2 * n + 1] = raw[3 * n + 1];
    VECTOR(weights)[n] = raw[3 * n + 2];
  }
  igraph_t graph;
  igraph_create(&graph, &edges, people, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy(&edges);
  printf("%ld %ld\n", resident() - before, peak(0) - before);
  fflush(stdout);

  char what[16];
  while (scanf("%15s", what) == 1) {
    double begin;
    if (what[0] == 't') {
      igraph_matrix_t costs;
      igraph_matrix_init(&costs, 0, 0);
      begin = now();
      igraph_distances_dijkstra(&graph, &costs, igraph_vss_1(people - 1), igraph_vss_all(), &weights, IGRAPH_ALL);
      printf("%.4f\n", now() - begin);
      igraph_matrix_destroy(&costs);
    } else {
      int k, target;
      if (scanf("%d %d", &k, &target) != 2) return 1;
      igraph_vector_int_list_t ways;
      igraph_vector_int_list_init(&ways, 0);
      igraph_vector_int_t way;
      igraph_vector_int_init(&way, 0);
      begin = now();
      if (k == 1) igraph_get_shortest_path_dijkstra(&graph, NULL, &way, people - 1, target, &weights, IGRAPH_ALL);
      else igraph_get_k_shortest_paths(&graph, &weights, NULL, &ways, k, people - 1, target, IGRAPH_ALL);
      printf("%.4f", now() - begin);
      if (k == 1) igraph_vector_int_list_push_back_copy(&ways, &way);
      for (long n = 0; n < igraph_vector_int_list_size(&ways); n++) {
        igraph_vector_int_t *one = igraph_vector_int_list_get_ptr(&ways, n);
        double cost = 0;
        for (long at = 0; at < igraph_vector_int_size(one); at++) cost += VECTOR(weights)[VECTOR(*one)[at]];
        printf(" %.0f", cost);
      }
      printf("\n");
      igraph_vector_int_destroy(&way);
      igraph_vector_int_list_destroy(&ways);
    }
    fflush(stdout);
  }
  return 0;
}
