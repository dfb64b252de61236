"""Paddock runs Llama-family models on this computer and answers from your own documents."""

__version__ = "0.1.0"
