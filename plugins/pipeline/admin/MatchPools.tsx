type Props = {
  orderId: string
  pools: readonly { id: string; name: string }[]
  poolId: string | null
}

/** Narrows the matches to a talent pool, as a plain form: it works without any script. */
export const MatchPools = ({ orderId, pools, poolId }: Props) =>
  pools.length === 0 ? null : (
    <form
      method="get"
      action={`/admin/collections/job-orders/${orderId}/match`}
      className="pwa-match__pools"
    >
      <label className="pwa-field">
        <span className="pwa-field__label">Of the talent pool</span>
        <select name="pool" defaultValue={poolId ?? ''}>
          <option value="">All candidates</option>
          {pools.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="pwa-btn">
        Show
      </button>
    </form>
  )
