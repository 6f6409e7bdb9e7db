"""The five heads on the encoder: tags, tree, spans (stage 1), relations, coreference (stage 2)."""
