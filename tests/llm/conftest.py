from tests.llm.turns_in_line import lines, model, valkey
