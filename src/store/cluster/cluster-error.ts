/** The database of its own cannot be prepared, started or reached. The message says what to do. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError'
  readonly code = 'CLUSTER'
}
