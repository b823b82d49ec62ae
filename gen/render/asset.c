#include "render/product.h"

static void make_asset(const Render *r, const Product *p, Buf *out)
{
	const ThemeAsset *asset = p->arg;
	(void)r;
	buf_add(out, asset->bytes);
}

void asset_products(Products *ps, const Render *r)
{
	for (size_t i = 0; i < r->theme->asset_count; i++) {
		const ThemeAsset *asset = &r->theme->assets[i];
		products_add(ps, asset->path, make_asset, asset);
	}
}
