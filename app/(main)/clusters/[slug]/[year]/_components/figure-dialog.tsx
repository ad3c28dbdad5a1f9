'use client'
export function FigureDialog() {
  return null
}
