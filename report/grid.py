def read_table(*a, **k): return []
