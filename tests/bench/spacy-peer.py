# What spaCy's blank French pipeline and its PhraseMatcher take for the turns of a corpus: processor time for each turn, in
# microseconds. Arguments: the corpus (NDJSON), a JSON list of folded phrases. Needs spaCy (3.x).
import json
import sys
import time
import unicodedata

import spacy
from spacy.matcher import PhraseMatcher


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def main(corpus, phrases):
    french = spacy.blank("fr")
    matcher = PhraseMatcher(french.vocab, attr="LOWER")
    with open(phrases, encoding="utf-8") as file:
        matcher.add("phrase", [french.make_doc(phrase) for phrase in json.load(file)])
    with open(corpus, encoding="utf-8") as file:
        turns = [turn["text"] for line in file for turn in json.loads(line)["turns"]]
    for text in turns[:100]:
        matcher(french.make_doc(fold(text)))
    began = time.process_time()
    done = 100
    # A few seconds tell enough.
    while done < len(turns) and time.process_time() - began < 4:
        matcher(french.make_doc(fold(turns[done])))
        done += 1
    spent = time.process_time() - began
    print(json.dumps({"microseconds": spent * 1e6 / (done - 100), "turns": done - 100}))


main(*sys.argv[1:])
