type Schema = Readonly<Record<string, unknown>>;

/** The least that a schema allows: what is required, and of each the first or the empty. For fields that no one reads. */
export function sampleOf(schema: Schema): unknown {
  if (schema['nullable'] === true) return null;
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  for (const several of ['anyOf', 'oneOf', 'allOf']) {
    const [first] = (schema[several] as readonly Schema[] | undefined) ?? [];
    if (first !== undefined) return sampleOf(first);
  }
  switch (schema['type']) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
      const required = (schema['required'] ?? []) as readonly string[];
      return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
    }
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return schema['format'] === 'date-time' ? '2026-11-29T12:00:00Z' : '';
  }
}
