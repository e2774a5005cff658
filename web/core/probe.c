// Whether this browser's relaxed products are fused: fused, the answer for 1 + 2⁻¹², 1 + 2⁻¹² and
// −(1 + 2⁻¹¹) is 2⁻²⁴, otherwise 0. WebAssembly leaves it to the browser.
typedef float Vector __attribute__((vector_size(16)));

float lvFuse(float a, float b, float c) {
  const Vector zeros = {0};
  return __builtin_wasm_relaxed_madd_f32x4(zeros + a, zeros + b, zeros + c)[0];
}
