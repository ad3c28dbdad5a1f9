/** The emblem: the emulation flag on indigo cloth. Decorative; its neighbour carries the name. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 26 26"
      aria-hidden="true"
      className="shrink-0"
      dangerouslySetInnerHTML={SHAPES}
    />
  )
}

const SHAPES = {
  __html:
    '<rect width="26" height="26" rx="3" class="fill-cloth"/><path d="M6 5v17" class="stroke-cotton" stroke-width="1.6"/>' +
    '<path d="M7 6h13l-3.6 4L20 14H7z" class="fill-flag"/>' +
    '<path d="M12.2 7.6l.8 1.7 1.8.2-1.3 1.3.3 1.8-1.6-.9-1.6.9.3-1.8-1.3-1.3 1.8-.2z" class="fill-star"/>',
}
