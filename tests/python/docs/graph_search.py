from collections import deque
import heapq

graph = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}


def breadth_first(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        node = queue.popleft()
        order.append(node)
        for neighbour in graph[node]:
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
    return order


def dijkstra(start):
    distance, heap = {start: 0}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for neighbour, weight in graph[node].items():
            if d + weight < distance.get(neighbour, float("inf")):
                distance[neighbour] = d + weight
                heapq.heappush(heap, (d + weight, neighbour))
    return distance


def paths(node, goal, path=()):
    path += (node,)
    if node == goal:
        yield path
    for neighbour in graph[node]:
        yield from paths(neighbour, goal, path)


print(breadth_first("A"), dijkstra("A"))
for path in paths("A", "D"):
    print(" -> ".join(path))
