print(max(3, 1, 2), min([3, 1, 2]), sum([1, 2, 3]), sum([0.1] * 3), sum([[1], [2]], []))
words = ["苹果", "香", "火龙果"]
print(max(words, key=len), min(words, key=len), max([], default="空"))
scores = {"小明": 90, "小红": 95}
print(max(scores, key=scores.get), sum(scores.values()) / len(scores))
