"""Simulated participants for a rehearsal. They come in over the real wire and know nothing that a phone does not know.

`python -m facilitator.demo --url http://localhost:8000 --token TOKEN --people 24`; ends when the session has ended or the server is gone.
"""
