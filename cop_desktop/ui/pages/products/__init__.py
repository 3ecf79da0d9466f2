"""The place of knowledge products: what the community leaves behind, from idea to audience."""

from .page import ProductsPage

__all__ = ["ProductsPage"]
