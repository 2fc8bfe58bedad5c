/** The JSON object in a webhook's body; null for anything else. */
export function webhookObject(body: string): object | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
