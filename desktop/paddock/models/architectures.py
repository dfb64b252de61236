"""Which model architectures the llama.cpp in this program can load, and what each kind is for."""

from __future__ import annotations

from typing import Final

# The names llama.cpp answers to (`LLM_ARCH_NAMES` in llama-arch.cpp of the build pinned in pyproject.toml).
# tests/models/test_architectures.py asks the built library about every one of them.
KNOWN = frozenset(
    """
    afmoe apertus arcee arctic arwkv7 baichuan bailingmoe bailingmoe2 bailingmoe3 bert bitnet bloom chameleon chatglm
    clip codeshell cogvlm cohere2 cohere2moe command-r dbrx deci deepseek deepseek2 deepseek2-ocr deepseek32 deepseek4
    dflash dots1 dots3note dream eagle3 ernie4_5 ernie4_5-moe eurobert exaone exaone-moe exaone4 falcon falcon-h1
    gemma gemma-embedding gemma2 gemma3 gemma3n gemma4 gemma4-assistant glm-dsa glm4 glm4moe glm5-next gpt-oss gpt2
    gptj gptneox granite granite_swa granitehybrid granitemoe graniteswitch grok grovemoe hrm_text hunyuan-dense
    hunyuan-moe hunyuan_vl hy_v3 hy_v4 internlm2 jais jais2 jamba jina-bert-v2 jina-bert-v3 kimi-k3 kimi-linear laguna
    lfm2 lfm2moe llada llada-moe llama llama-embed llama4 maincoder mamba mamba2 maple mellum mimo2 minicpm minicpm3
    minimax-01 minimax-m2 minimax-m3 mistral3 mistral4 modern-bert mpt muse-glimmer nanbeige nemotron nemotron_h
    nemotron_h_moe neo-bert nomic-bert nomic-bert-moe olmo olmo2 olmoe openelm orion paddleocr pangu-embedded phi2
    phi3 phimoe plamo plamo2 plamo3 plm pockettts qwen qwen2 qwen2moe qwen2vl qwen3 qwen35 qwen35moe qwen3moe
    qwen3next qwen3tts qwen3vl qwen3vlmoe qwen4exp refact rnd1 rwkv6 rwkv6qwen2 rwkv7 seed_oss smallthinker smollm3
    spark2_5 stablelm starcoder starcoder2 step35 t5 t5encoder talkie wavtokenizer-dec xverse
    """.split()
)

# These turn text into vectors and cannot write.
EMBEDDING = frozenset(
    """
    bert eurobert gemma-embedding jina-bert-v2 jina-bert-v3 llama-embed modern-bert neo-bert nomic-bert
    nomic-bert-moe t5encoder
    """.split()
)

# These are parts of another model or speak in sound; none of them answers a question.
NOT_TEXT: Final = {
    "clip": "the vision part (mmproj) of another model",
    "dflash": "a drafting companion of another model",
    "eagle3": "a drafting companion of another model",
    "gemma4-assistant": "a drafting companion of another model",
    "pockettts": "a model for speech",
    "qwen3tts": "a model for speech",
    "wavtokenizer-dec": "a model for speech",
}
ADDITION: Final = "an addition to another model"  # what says so of itself, whatever its architecture

# What a vision part's tensors are called. They stand in a file of their own, except where Ollama wrote it: those of the
# second list in a model's file tell that it carries the part inside.
VISION_TENSORS = ("v.", "mm.")
VISION_INSIDE = ("v.blk.", "v.patch_emb", "v.position_emb", "mm.mm_", "mm.input_projection", "mm.0.")

# Values of `<architecture>.pooling_type` (enum llama_pooling_type in llama.h): one vector per text, or a rank.
POOLING_RANK = 4
POOLING_VECTOR = frozenset({1, 2, 3})
