/** The weaves of the classes in words. */
export function Legend() {
  return (
    <p className="text-mute mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs">
      {[
        ['vuot', 'vượt chỉ tiêu đăng ký'],
        ['dat', 'đạt'],
        ['half', 'đạt trên 50% (giữa kỳ)'],
        ['chua r5', 'chưa đạt'],
      ].map(([mark, words]) => (
        <span key={mark} className={`k ${mark}`}>
          <i aria-hidden="true" /> {words}
        </span>
      ))}
      <span>không có vạch: chưa xếp mức</span>
    </p>
  )
}
